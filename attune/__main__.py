"""`python -m attune`, and what the installed command runs."""

import gc


def main() -> None:
    """Run the command line."""
    gc.disable()  # loading makes much and drops nothing: searching it for garbage is a third of a short command's time
    from attune.cli.root import attune  # after that, for the same reason

    attune.main()


if __name__ == "__main__":
    main()
