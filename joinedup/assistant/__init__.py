"""Tools for assistants, over the Model Context Protocol: the graph, to read.

graph_session   the graph that is asked, and the limits within which
answers         what tools give: rows with who says so and where, or a document
assistant_tool  what a module of `tools` says of its tool
tools           one tool a module, found by listing
tool_jobs       a call of a tool, answered in a worker process
tool_workers    these processes, each of which is killed when its time is up
tool_server     all of it as a server of the protocol
"""
