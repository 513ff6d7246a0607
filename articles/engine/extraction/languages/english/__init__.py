"""Which English words and weights does the extraction lean on?

``words`` are closed classes and who people are ("the", "he", "spokesman"), ``verbs`` what stands for saying, ``works``
what is quoted without being speech, ``scenes`` where things are said; ``learnt_weights`` are learnt
from labelled articles.

Left to others: how they are put to use (`extraction`), titles and forenames, which `names` shares with other languages.
"""
