"""How a scale becomes a code of one byte.

Source: `codecs/classic/FORMAT.md`, section 13: the least-squares scale is clipped to
±`SCALE_LIMIT`, multiplied by 255 and truncated; the error of a map is judged with
the scale that the code stands for.
"""

SCALE_LIMIT = 0.996
SCALE_STEPS = 255.0
GREATEST_CODE = int(SCALE_LIMIT * SCALE_STEPS)
