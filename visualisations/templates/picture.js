"use strict";
new vis.Network(
  document.getElementById("picture"),
  {
    nodes: new vis.DataSet({{ nodes|tojson }}),
    edges: new vis.DataSet({{ edges|tojson }}),
  },
  {{ options|safe }},
);
