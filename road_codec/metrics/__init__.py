"""How far a decoded sound is from its original."""
