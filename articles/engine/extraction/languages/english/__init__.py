"""English words and learnt weights of the extraction.

`lexicon` holds closed classes of words and who people are ("the", "he", "spokesman"), `reporting_verbs` the verbs of
saying, `title_words` what is quoted without being speech, `occasion_words` where things are said, `learnt_weights` the
weights learnt from labelled articles. Titles and forenames are shared with other languages: `text.person_names`.
"""
