"""The learned tagger: text -> windows -> a network's arrays -> Predictions."""
