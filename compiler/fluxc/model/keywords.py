"""The words that PostgreSQL 14 to 18 treat as keywords, as `pg_get_keywords()` tells them (manual, appendix C)."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RESERVED: Final = _words("""
    all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
    collation column concurrently constraint create cross current_catalog current_date current_role current_schema
    current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch
    for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral
    leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer
    overlaps placing primary references returning right select session_user similar some symmetric system_user
    table tablesample then to trailing true union unique user using variadic verbose when where window with
""")
"""Keywords that can never be the bare name of a column: reserved, or names of functions and types only."""

COLUMN_ONLY: Final = _words("""
    between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout
    int integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query
    json_scalar json_serialize json_table json_value least merge_action national nchar none normalize nullif
    numeric out overlay position precision real row setof smallint substring time timestamp treat trim values
    varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
    xmlserialize xmltable
""")
"""Keywords that may be the bare name of a column but of no function or type; `quote_ident` quotes them."""

UNRESERVED: Final = _words("""
    abort absent absolute access action add admin after aggregate also alter always asensitive assertion
    assignment at atomic attach attribute backward before begin breadth by cache call called cascade cascaded
    catalog chain characteristics checkpoint class close cluster columns comment comments commit committed
    compression conditional configuration conflict connection constraints content continue conversion copy cost
    csv cube current cursor cycle data database day deallocate declare defaults deferred definer delete delimiter
    delimiters depends depth detach dictionary disable discard document domain double drop each empty enable
    encoding encrypted enforced enum error escape event exclude excluding exclusive execute explain expression
    extension external family filter finalize first following force format forward function functions generated
    global granted groups handler header hold hour identity if immediate immutable implicit import include
    including increment indent index indexes inherit inherits inline input insensitive insert instead invoker
    isolation keep key keys label language large last leakproof level listen load local location lock locked
    logged mapping match matched materialized maxvalue merge method minute minvalue mode month move name names
    nested new next nfc nfd nfkc nfkd no normalized nothing notify nowait nulls object objects of off oids old
    omit operator option options ordinality others over overriding owned owner parallel parameter parser partial
    partition passing password path period plan plans policy preceding prepare prepared preserve prior privileges
    procedural procedure procedures program publication quote quotes range read reassign recheck recursive ref
    referencing refresh reindex relative release rename repeatable replace replica reset restart restrict return
    returns revoke role rollback rollup routine routines rows rule savepoint scalar schema schemas scroll search
    second security sequence sequences serializable server session set sets share show simple skip snapshot source
    sql stable standalone start statement statistics stdin stdout storage stored strict string strip subscription
    support sysid system tables tablespace target temp template temporary text ties transaction transform trigger
    truncate trusted type types uescape unbounded uncommitted unconditional unencrypted unknown unlisten unlogged
    until update vacuum valid validate validator value varying version view views virtual volatile whitespace
    within without work wrapper write xml year yes zone
""")
"""Keywords that may stand bare wherever a name may."""

QUOTED: Final = RESERVED | COLUMN_ONLY
KEYWORDS: Final = QUOTED | UNRESERVED
