"""The engine: text in, findings out, without Django, a clock or settings.

The stages, in the order in which an article passes through them::

    cleaning    labels each paragraph of a page: body, caption, link, comment ...
    extraction  finds quotations with speaker, occasion and credited source
    text        folds characters, splits words, recognises names
    linking     scores pairs of quotations and clusters them into lineages
    comparison  aligns printings, cuts and classifies their differences, collates many
    descent     infers which printing may be copied from which
    statistics  states how certain a measured proportion is

Of other packages only rapidfuzz is imported; `linking.batch` also uses numpy. Dates, thresholds, aliases and curators'
rulings are passed in as arguments.
"""
