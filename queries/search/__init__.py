"""Full-text search: words in findings, answers, summaries and names, with facets and sentences.

What can be searched is said by files: each `.rq` file in `passages` gives texts that are searched,
each in `facets` a property by which hits are counted and selected, and those in `hits` what is
shown of one. The words lie in an index of SQLite FTS5 beside the graph; the texts do not, so that a
sentence that is shown is always the graph's own.

    search_words        what somebody typed, as words, phrases, beginnings and exclusions
    government_words    answers without what they restate of a finding
    index_content       what the graph gives to the index
    passage_bits        sets of passages
    index_writer        writes an index
    index_file          where the index of a version lies, and whether it is whole
    search_index        asks an index
    facet_counts        how many hits have which property
    passage_texts       the texts of a hit
    matching_sentences  the sentence of a hit, with its words marked
    hit_details         what is shown of a hit
    word_suggestions    words that may have been meant
    search_result       what is asked of a search, and what it gives
    search_tables       the same as a table, and as data for programs
    text_search         all of it together
"""
