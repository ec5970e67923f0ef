"""A folder scan on the workers of a Dask cluster (extra ``cluster``)."""
