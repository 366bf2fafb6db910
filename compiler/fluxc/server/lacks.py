"""What the embedded PostgreSQL does not have, and what to do instead."""

from __future__ import annotations

import re

ELSEWHERE = "name a server that has it with --url"
_PG17 = 'run `pip install "fluxc[pg17]"`, whose PostgreSQL 17 has it'
_EXTENSIONS = {
    "pgcrypto": "the built-in gen_random_uuid() and sha256() often suffice; otherwise "
    f"{_PG17} (select it with FLUXC_PG_HOME), or {ELSEWHERE}",
    "uuid-ossp": f"the built-in gen_random_uuid() replaces uuid_generate_v4(); for the others {ELSEWHERE}",
    "sslinfo": f"the embedded server speaks no SSL; {ELSEWHERE}",
    "xml2": f"it is built without XML; {ELSEWHERE}",
}
# Functions that people call without noticing that an extension brings them, and what is built in.
_FUNCTIONS = {
    "uuid_generate_v1": ("uuid-ossp", "uuidv7() of PostgreSQL 18"),
    "uuid_generate_v1mc": ("uuid-ossp", "uuidv7() of PostgreSQL 18"),
    "uuid_generate_v3": ("uuid-ossp", ""),
    "uuid_generate_v4": ("uuid-ossp", "gen_random_uuid()"),
    "uuid_generate_v5": ("uuid-ossp", ""),
    "uuid_nil": ("uuid-ossp", "'00000000-0000-0000-0000-000000000000'::uuid"),
    "digest": ("pgcrypto", "sha256(), sha512() or md5()"),
    "hmac": ("pgcrypto", ""),
    "crypt": ("pgcrypto", ""),
    "gen_salt": ("pgcrypto", ""),
    "gen_random_bytes": ("pgcrypto", "uuid_send(gen_random_uuid())"),
    "pgp_sym_encrypt": ("pgcrypto", ""),
    "pgp_sym_decrypt": ("pgcrypto", ""),
    "pgp_pub_encrypt": ("pgcrypto", ""),
    "pgp_pub_decrypt": ("pgcrypto", ""),
}
_UNBUILT = {
    r"ICU is not supported": "use the provider `builtin` with the locale C.UTF-8",
    r'collation ".*-x-icu" for encoding': 'use the collation "C" where the order need not follow a language',
    r"built with lz4|compression method lz4": "use the compression method pglz",
    r"built with zstd": "leave the compression out",
    r"built with libxml|unsupported XML feature": "store the document as text or jsonb",
    r"SSL is not supported": "leave SSL to the real server",
}
# PostgreSQL 14 speaks of the file that it looked for.
_LACKING = re.compile(
    r'extension "([^"]+)" is not available|extension control file "[^"]*/([^"/]+)\.control": No such file'
    r'|language "(plpython3?u|plperlu?|pltclu?)"'
)
_LOCALE = r'collation "([^"]+)" for encoding "\w+" does not exist|could not create locale "([^"]+)"'


def cure(message: str) -> str:
    """Return one sentence of help for a server's error ``message`` about something it lacks, or an empty string."""
    if found := _LACKING.search(message):
        return _extension(found[1] or found[2] or found[3])
    if (found := re.search(r"function (?:\w+\.)?(\w+)\(.*\) does not exist", message)) and found[1] in _FUNCTIONS:
        return _function(found[1])
    for pattern, instead in _UNBUILT.items():
        if re.search(pattern, message):
            return f"The embedded PostgreSQL is built without it: {instead}, or {ELSEWHERE}."
    if found := re.search(_LOCALE, message):
        return f'This machine has no locale `{found[1] or found[2]}`: use the collation "C", or {ELSEWHERE}.'
    return ""


def _extension(name: str) -> str:
    return f"The embedded PostgreSQL has no `{name}`: {_EXTENSIONS.get(name, ELSEWHERE)}."


def _function(name: str) -> str:
    extension, built_in = _FUNCTIONS[name]
    begin = f"{name}() belongs to the extension `{extension}`, which the embedded PostgreSQL lacks"
    if built_in:
        return f"{begin}: use the built-in {built_in}, or {ELSEWHERE}."
    if extension == "pgcrypto":
        return f"{begin}: declare the extension and {_PG17} (select it with FLUXC_PG_HOME), or {ELSEWHERE}."
    return f"{begin}: declare the extension and {ELSEWHERE}."
