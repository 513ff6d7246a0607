"""Source inference: which printing of a lineage may be copied from which."""
