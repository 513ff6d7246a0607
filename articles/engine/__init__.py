"""Text in, findings out: the part of the product that knows quotations and nothing else.

The stages, in the order an article meets them::

    cleaning    which paragraphs of this page are the article
    extraction  which words are quoted, who said them, where, after whom
    folding     which characters are the same for comparing
    wording     which words are the same for comparing
    matching    are these two passages printings of the same words
    clustering  which printings form a lineage
    alignment   which words of one printing stand where in another
    differences where exactly do they differ, one change as one
    naming      which kind of change is each, and how dangerous
    comparison  all of that for two printings, and how to show it

Only the standard library and rapidfuzz are imported here: no database, no clock, no settings. Dates, thresholds,
names that mean the same and curators' rulings come in as arguments.
"""
