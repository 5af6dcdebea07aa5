"""The command line and the composition root: the only place where the layers are put together."""
