"""A language model behind an OpenAI-compatible address: what it is asked, how it answers, and what that costs.

The model only points: it quotes words of the text and gives labels of the codebook. What is quoted becomes a span
where the text has it, and is dropped and counted where not.
"""
