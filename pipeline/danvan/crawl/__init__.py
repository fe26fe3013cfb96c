"""Fetches the sites that the user names into the raw store; reading the pages is a step of its own (`danvan run`).

address (URLs) · guard (what may be asked) · polite (how fast) · links, seen (what a page gives) > frontier (what next)
> spider (one site) > run (several sites, one call)
"""
