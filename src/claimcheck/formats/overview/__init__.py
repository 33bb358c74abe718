"""`claimcheck status`: the dossier on one screen. One format a module, each with

render(overview: Overview, report: Report, screen: Screen) -> str
"""
