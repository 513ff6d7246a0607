"""Formats that are parsed into records: one module each, run in a child process that can be killed.

`child` answers the parent (`articles.importers.records`); each other module has a function ``parse(content)`` that
yields a `Record` for each article, or raises `FormatError`. Which file has which format is told by `signatures`, from
the first bytes of a file, in the parent.

    json_articles   objects with named fields: JSON Lines, lists, answers of news APIs, ninjs
    quotation_graph GDELT's Global Quotation Graph: excerpts
    quotebank       Quotebank: articles, or excerpts from its quotations
    tables          CSV with named columns
    fields          what makers call title, outlet, date and text
    ninjs           an agency's item as JSON
    agency_xml      NITF and NewsML-G2
    mail            e-mails (EML) and pages saved as one file (MHTML)
    press_exports   several articles of Nexis in one text
    subtitles       SRT and WebVTT, a paragraph for each turn
    documents       Word files (DOCX)
    pdf             PDF files
    markdown        Markdown with front matter
    web_archives    WARC and WACZ, read in parts
    markup          words of a piece of HTML or XML
"""
