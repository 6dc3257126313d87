"""Stamps: what a mark rests on, kept beside it, so that nothing that rests on something older looks fresh."""
