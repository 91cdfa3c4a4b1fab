"""Nouns -> what people and other programs read: pure, one module or room per format."""
