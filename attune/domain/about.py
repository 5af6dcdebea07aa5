"""What attune is and what it is not, wherever that is to be said."""

WHAT_IT_IS = "Words to try with a child, and room to look back. You know your child."
WHAT_IT_IS_NOT = (
    "General information, not reviewed by a clinician: not medical, psychological or legal advice, not for emergencies."
)
