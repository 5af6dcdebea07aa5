"""`python -m attune`, and what the installed command runs."""

from attune.cli.root import attune


def main() -> None:
    """Run the command line."""
    attune.main()


if __name__ == "__main__":
    main()
