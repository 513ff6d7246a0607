"""Addresses of the desk, which the admin of rulings mounts below its own for users who may curate."""

from articles.views.desk import archive, edit, incoming, names, pages, relink, review, versions

DESK_PAGES = (  # address, view, name
    ("review/", review.review_lane, "review"),
    ("review/statistics/", pages.desk_statistics, "review_statistics"),
    ("review/help/", pages.desk_help, "review_help"),
    ("review/new/", incoming.add_article, "review_new"),
    ("review/new/source/", incoming.follow_source, "review_follow"),
    ("review/new/<int:number>/", incoming.preview_incoming, "review_incoming"),
    ("review/new/<int:number>/dismiss/", incoming.dismiss_incoming, "review_dismiss"),
    ("review/article/<int:number>/archive/", archive.article_archive, "review_archive"),
    ("review/article/<int:number>/archive/look-up/", archive.look_up_article, "review_archive_look_up"),
    ("review/article/<int:number>/archive/save/", archive.save_article, "review_archive_save"),
    ("review/article/<int:number>/recheck/", versions.check_for_changes, "review_recheck"),
    ("review/relink/", relink.review_relink, "review_relink"),
    ("review/relink/start/", relink.start_relink, "review_relink_start"),
    ("review/relink/<int:number>/cancel/", relink.cancel_relink, "review_relink_cancel"),
    ("review/decide/", review.decide, "review_decide"),
    ("review/preferences/", review.save_preferences, "review_prefer"),
    ("review/decision/<int:number>/", review.review_decision, "review_decision"),
    ("review/decision/<int:number>/comment/", review.comment_on_decision, "review_comment"),
    ("review/undo/<int:number>/", review.undo_decision, "review_undo"),
    ("review/agree/<int:number>/", review.confirm_decision, "review_agree"),
    ("review/suggestions/<int:number>/", review.close_suggestion, "review_close"),
    ("review/lineage/<str:code>/", edit.review_lineage, "review_lineage"),
    ("review/lineage/<str:code>/change/", edit.change_lineage, "review_change"),
    ("review/name/<int:number>/", names.review_name, "review_name"),
    ("review/name/<int:number>/decide/", names.decide_name, "review_decide_name"),
    ("review/quote/<int:number>/", edit.review_quote, "review_quote"),
    ("review/quote/<int:number>/change/", edit.change_quote, "review_change_quote"),
    ("review/<str:left>..<str:right>/", review.review_pair, "review_pair"),
)
