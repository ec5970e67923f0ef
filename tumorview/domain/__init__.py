"""Frozen value objects: what flows along the road from file to answer.

Standard library and numpy only. Arrays are read-only once inside an object.
"""
