"""Keep: the stages and the store together: what is ingested once, and what is watched for weeks."""
