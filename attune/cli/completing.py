"""What tab offers for ids, children and slugs. It offers nothing rather than to say that something is amiss."""

import click
from click.shell_completion import CompletionItem

from attune.cli.household import Household
from attune.errors import AttuneError


def complete_slug(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the slugs of the option's own kind, each with its label."""
    from attune.cli.content import loaded_packs  # only when tab is pressed here

    try:
        words = loaded_packs(_household(ctx)).library.vocabulary
    except AttuneError:
        return []
    terms = {
        "cue": words.cues,
        "situation": words.situations,
        "feeling": words.feelings,
    }.get(param.name or "", words.needs)
    return [CompletionItem(term.slug, help=term.label) for term in terms if term.slug.startswith(incomplete)]


def complete_script(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of scripts, each with its title."""
    from attune.cli.content import loaded_packs  # only when tab is pressed here

    try:
        scripts = loaded_packs(_household(ctx)).library.scripts
    except AttuneError:
        return []
    return [CompletionItem(script.id, help=script.title) for script in scripts if script.id.startswith(incomplete)]


def complete_presentable(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of workshops, then of scripts, each with its title."""
    from attune.cli.content import loaded_packs  # only when tab is pressed here

    try:
        library = loaded_packs(_household(ctx)).library
    except AttuneError:
        return []
    found = [(each.id, each.title) for each in library.workshops] + [(each.id, each.title) for each in library.scripts]
    return [CompletionItem(name, help=title) for name, title in found if name.startswith(incomplete)]


def complete_child(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the nicknames."""
    from attune.cli.family import snapshot  # only when tab is pressed here

    try:
        children = snapshot(_household(ctx)).children
    except AttuneError:
        return []
    return [CompletionItem(child.name) for child in children if child.name.casefold().startswith(incomplete.casefold())]


def complete_moment(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of moments, newest first, each with its time and nothing that was written."""
    return _moments(ctx, incomplete, are_deleted=False)


def complete_deleted(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of those that were deleted, likewise."""
    return _moments(ctx, incomplete, are_deleted=True)


def _moments(ctx: click.Context, incomplete: str, *, are_deleted: bool) -> list[CompletionItem]:
    from attune.cli.family import snapshot  # only when tab is pressed here

    try:
        family = snapshot(_household(ctx))
    except AttuneError:
        return []
    moments = family.deleted if are_deleted else family.moments
    return [
        CompletionItem(moment.id, help=moment.at.strftime("%Y-%m-%d %H:%M"))
        for moment in moments
        if moment.id.startswith(incomplete)
    ]


def _household(ctx: click.Context) -> Household:
    household = ctx.find_object(Household)
    assert household is not None, "every command is run with a household"
    return household
