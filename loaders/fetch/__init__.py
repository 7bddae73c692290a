"""Live services that are asked for files: `joinedup fetch`, the only part that goes to the network.

What they answer is written into a folder; a build reads the folder and never comes here.
"""
