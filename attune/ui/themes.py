"""The four themes: dusk (dark), paper (light), contrast (at least 7:1), ansi (the terminal's own colours)."""

from textual.theme import Theme

THEME_VARIABLES = {
    "ink-soft": "#a7b3af",
    "ink-faint": "#84918d",
    "said": "#f2f5f0",
    "chip": "#262e33",
    "chip-on": "#2f5a48",
    "chip-ink": "#e8fff3",
    "line": "#2c3539",
    "line-focus": "#6fa98b",
    "pause": "#e3b778",
    "source": "#94b3d6",
    "field": "#20272b",
}
"""Our own variables; what a theme that is not ours falls back to, so that every one of them is always defined."""


def _quiet(*, soft: str, faint: str, field: str, primary: str, ground: str, line: str) -> dict[str, str]:
    """Return what Textual's own widgets ask for, so that they speak in our colours."""
    return {
        "text-muted": soft,
        "text-disabled": faint,
        "foreground-muted": soft,
        "foreground-disabled": faint,
        "border": primary,
        "border-blurred": field,
        "block-cursor-background": primary,
        "block-cursor-foreground": ground,
        "block-cursor-blurred-background": field,
        "input-cursor-background": primary,
        "input-cursor-foreground": ground,
        "footer-background": ground,
        "scrollbar": line,
        "scrollbar-hover": faint,
        "scrollbar-active": primary,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


DUSK = Theme(
    name="dusk",
    dark=True,
    background="#14181b",
    surface="#1a1f23",
    panel="#232a2f",
    foreground="#dde3df",
    primary="#8cc4a8",
    secondary="#94b3d6",
    accent="#e3b778",
    warning="#e3b778",
    error="#e59a90",
    success="#a5cf97",
    variables=_quiet(
        soft="#a7b3af", faint="#84918d", field="#232a2f", primary="#8cc4a8", ground="#14181b", line="#2c3539"
    )
    | THEME_VARIABLES,
)

PAPER = Theme(
    name="paper",
    dark=False,
    background="#f4f0e8",
    surface="#fcfaf5",
    panel="#ece6da",
    foreground="#2a2f2d",
    primary="#2d6a53",
    secondary="#345d8a",
    accent="#8f5a13",
    warning="#8f5a13",
    error="#a33d31",
    success="#3c6e2e",
    variables=_quiet(
        soft="#515a55", faint="#656d67", field="#ece6da", primary="#2d6a53", ground="#fcfaf5", line="#d8d1c3"
    )
    | {
        "ink-soft": "#515a55",
        "ink-faint": "#656d67",
        "said": "#14201a",
        "chip": "#ece6da",
        "chip-on": "#2d6a53",
        "chip-ink": "#ffffff",
        "line": "#d8d1c3",
        "line-focus": "#2d6a53",
        "pause": "#8f5a13",
        "source": "#345d8a",
        "field": "#f1ece2",
    },
)

CONTRAST = Theme(
    name="contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#141414",
    foreground="#ffffff",
    primary="#7df0b9",
    secondary="#9fd0ff",
    accent="#ffd166",
    warning="#ffd166",
    error="#ffb3a8",
    success="#a8f08e",
    variables=_quiet(
        soft="#e6e6e6", faint="#cfcfcf", field="#141414", primary="#7df0b9", ground="#000000", line="#a6a6a6"
    )
    | {
        "ink-soft": "#e6e6e6",
        "ink-faint": "#cfcfcf",
        "said": "#ffffff",
        "chip": "#1f1f1f",
        "chip-on": "#7df0b9",
        "chip-ink": "#000000",
        "line": "#a6a6a6",
        "line-focus": "#7df0b9",
        "pause": "#ffd166",
        "source": "#9fd0ff",
        "field": "#1a1a1a",
        "border-blurred": "#a6a6a6",
    },
)

ANSI = Theme(
    name="ansi",
    ansi=True,
    dark=True,
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    foreground="ansi_default",
    primary="ansi_green",
    secondary="ansi_blue",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    variables=_quiet(
        soft="ansi_default",
        faint="ansi_default",
        field="ansi_default",
        primary="ansi_green",
        ground="ansi_default",
        line="ansi_bright_black",
    )
    | {
        "ink-soft": "ansi_default",
        "ink-faint": "ansi_default",
        "said": "ansi_default",
        "chip": "ansi_default",
        "chip-on": "ansi_green",
        "chip-ink": "ansi_black",
        "line": "ansi_bright_black",
        "line-focus": "ansi_green",
        "pause": "ansi_yellow",
        "source": "ansi_blue",
        "field": "ansi_default",
        "border-blurred": "ansi_bright_black",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-blurred-foreground": "ansi_default",
        "input-cursor-foreground": "ansi_black",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "primary-muted": "ansi_default",
        "secondary-muted": "ansi_default",
        "accent-muted": "ansi_default",
        "warning-muted": "ansi_default",
        "error-muted": "ansi_default",
        "success-muted": "ansi_default",
        "background-muted": "ansi_default",
        "surface-active": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
    },
)

THEMES = (DUSK, PAPER, CONTRAST, ANSI)

THEME_WORDS = {
    "dusk": "dark and quiet",
    "paper": "light, for daytime",
    "contrast": "strong contrast, on black",
    "ansi": "the colours of your terminal",
}
"""What each theme is like, for choosing."""
