"""Python processes that do work for this one: started safely, killable, gone when it is gone."""
