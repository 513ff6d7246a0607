"""Linking of quotations: fingerprints, candidates, pairwise scores, clustering, curators' constraints."""
