"""Assess: from stories to situations: origins, grades, contradictions, time. Imports no other stage."""
