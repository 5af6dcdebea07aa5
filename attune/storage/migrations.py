"""The version of the journal file, and the way from older ones to it."""

from collections.abc import Callable, Mapping

from attune.storage.tables import Tables, record_of

SCHEMA = 1
"""The version that this attune writes, in the record `1` of the table `meta`."""

Step = Callable[[Tables], Tables]

STEPS: Mapping[int, Step] = {}
"""From each older version to the one after it; a step also writes the new number into `meta`."""


def schema_of(tables: Tables) -> int:
    """Return the version of the tables; without a number they are of the first."""
    line = tables.get("meta", {}).get("1")
    schema = record_of(line).get("schema", 1) if line else 1
    return schema if isinstance(schema, int) and schema > 1 else 1


def migrated(tables: Tables, steps: Mapping[int, Step] = STEPS, schema: int = SCHEMA) -> Tables:
    """Return the tables in version `schema`; raises KeyError where no way leads there."""
    for version in range(schema_of(tables), schema):
        tables = steps[version](tables)
    return tables
