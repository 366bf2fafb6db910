"""Functions, procedures and aggregates with all their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.routine_objects import KINDS, MODIFY, PARALLEL, VOLATILITY, routine_objects
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# One row a routine. Types are named by format_type, which quotes and qualifies them; arrays keep the order.
_QUERY = """
select
  namespace.namespace, quote_ident(routine.proname) as name, routine.prokind::text as kind,
  oidvectortypes(routine.proargtypes) as inputs,
  coalesce(routine.proargnames, '{}') as argument_names, coalesce(routine.proargmodes::text[], '{}') as modes,
  array(
    select format_type(argument.type, null)
    from unnest(coalesce(routine.proallargtypes, routine.proargtypes::oid[])) with ordinality as argument (type, number)
    order by argument.number
  ) as types,
  routine.provariadic <> 0 as variadic,
  case when routine.pronargdefaults > 0 then array(
    select pg_get_function_arg_default(routine.oid, argument.number::integer)
    from generate_series(1, coalesce(array_length(routine.proallargtypes, 1), routine.pronargs)) as argument (number)
    order by argument.number
  ) else '{}' end as defaults,
  pg_get_function_arguments(routine.oid) as arguments, pg_get_function_result(routine.oid) as result,
  case when routine.prokind <> 'p' then format_type(routine.prorettype, null) end as returns,
  routine.proretset as setof, language.lanname::text as language, routine.provolatile::text as volatility,
  routine.proisstrict as strict, routine.prosecdef as security_definer, routine.proleakproof as leakproof,
  routine.proparallel::text as parallel, routine.procost::text as cost, routine.prorows::text as rows,
  nullif(routine.prosupport, 0)::regproc::text as support, coalesce(routine.proconfig, '{}') as settings,
  array(
    select format_type(transformed.type, null)
    from unnest(routine.protrftypes) with ordinality as transformed (type, number) order by transformed.number
  ) as transforms,
  routine.prosrc as source, routine.probin as library, pg_get_function_sqlbody(routine.oid) as statement,
  aggregate.aggkind::text as aggregate_kind, aggregate.aggnumdirectargs as direct,
  nullif(aggregate.aggtransfn, 0)::regproc::text as sfunc, nullif(aggregate.aggfinalfn, 0)::regproc::text as finalfunc,
  nullif(aggregate.aggcombinefn, 0)::regproc::text as combinefunc,
  nullif(aggregate.aggserialfn, 0)::regproc::text as serialfunc,
  nullif(aggregate.aggdeserialfn, 0)::regproc::text as deserialfunc,
  nullif(aggregate.aggmtransfn, 0)::regproc::text as moving_sfunc,
  nullif(aggregate.aggminvtransfn, 0)::regproc::text as moving_inverse,
  nullif(aggregate.aggmfinalfn, 0)::regproc::text as moving_finalfunc,
  aggregate.aggfinalextra as finalfunc_extra, aggregate.aggmfinalextra as moving_finalfunc_extra,
  aggregate.aggfinalmodify::text as finalfunc_modify, aggregate.aggmfinalmodify::text as moving_finalfunc_modify,
  nullif(aggregate.aggsortop, 0)::regoper::text as sortop,
  format_type(nullif(aggregate.aggtranstype, 0), null) as stype,
  format_type(nullif(aggregate.aggmtranstype, 0), null) as moving_stype,
  aggregate.aggtransspace as sspace, aggregate.aggmtransspace as moving_sspace,
  aggregate.agginitval as initcond, aggregate.aggminitval as moving_initcond,
  comment.description as comment
from pg_proc as routine
join namespace on namespace.oid = routine.pronamespace
join pg_language as language on language.oid = routine.prolang
left join pg_aggregate as aggregate on aggregate.aggfnoid = routine.oid
left join pg_description as comment
  on comment.classoid = 'pg_proc'::regclass and comment.objoid = routine.oid and comment.objsubid = 0
where not exists (
    select from pg_depend
    where classid = 'pg_proc'::regclass and objid = routine.oid and deptype in ('e', 'i')
  )
order by 1, 2, 4
"""

_TRANSITION: Final = ("sfunc", "finalfunc", "finalfunc_extra", "stype", "sspace", "initcond")
_AGGREGATE: Final = ("combinefunc", "serialfunc", "deserialfunc", "sortop", "direct")


def _fact(row: Mapping[str, Any]) -> Fact:
    kind = KINDS[row["kind"]]
    attributes: dict[str, Any] = {
        "arguments": row["arguments"],
        "returns": row["result"],
        "language": row["language"],
        "window": row["kind"] == "w",
        "volatility": VOLATILITY[row["volatility"]],
        "strict": row["strict"],
        "security definer": row["security_definer"],
        "leakproof": row["leakproof"],
        "parallel": PARALLEL[row["parallel"]],
        "cost": row["cost"],
        "rows": row["rows"],
        "support": row["support"],
        "settings": "; ".join(row["settings"]) or None,
        "transforms": ", ".join(row["transforms"]) or None,
        "library": row["library"],
        "body": row["source"] if row["statement"] is None else row["statement"],
        "comment": row["comment"],
    }
    if kind == "aggregate":
        attributes["body"] = None
        attributes |= {"kind": row["aggregate_kind"], **{name: row[name] for name in _AGGREGATE}}
        attributes["finalfunc_modify"] = MODIFY[row["finalfunc_modify"]]
        attributes |= {name: row[name] for name in _TRANSITION}
        if row["moving_sfunc"] is not None:
            attributes |= {f"moving {name}": row[f"moving_{name}"] for name in (*_TRANSITION, "inverse")}
            attributes["moving finalfunc_modify"] = MODIFY[row["moving_finalfunc_modify"]]
    return Fact(kind, (row["namespace"], f"{row['name']}({row['inputs']})"), attributes)


ROUTINE = Kind(_QUERY, _fact, routine_objects, present="exists (select from pg_proc where oid >= 16384)")
