"""Text -> Predictions: taggers and their label sets."""
