"""Chat models, embedders and prompts, behind one seam."""
