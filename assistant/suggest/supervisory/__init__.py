"""Supervisors: :func:`.guide.suggest_supervisory` proposes levels of their own guide.

:func:`.directed.base_of` tells the grade of the work they direct.
"""
