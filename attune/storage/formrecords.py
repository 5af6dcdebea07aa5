"""A half-written moment as a draft holds it."""

from collections.abc import Mapping
from typing import Any

import msgspec

from attune.domain.correcting import Form
from attune.errors import JournalError


def fields_of(form: Form) -> dict[str, Any]:
    """Return `form` as JSON values."""
    fields = msgspec.to_builtins(form)
    assert isinstance(fields, dict)
    return fields


def form_from(fields: Mapping[str, Any]) -> Form:
    """Return the form a draft holds; raises JournalError where another program changed its shape."""
    try:
        return msgspec.convert(dict(fields), Form)
    except msgspec.ValidationError as fault:
        raise JournalError("That draft cannot be read here.", "It is kept in the drafts folder.") from fault
