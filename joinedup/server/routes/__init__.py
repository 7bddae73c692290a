"""Routes, found by listing: every module states a list of Starlette's routes as `ROUTES`."""
