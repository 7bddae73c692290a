"use strict";
joinedup.network = {
  nodes: {{ nodes|tojson }},
  edges: {{ edges|tojson }},
  options: {{ options|safe }},
};
