"use strict";
{
  const picture = new vis.Network(
    document.getElementById("picture"),
    {
      nodes: new vis.DataSet({{ nodes|tojson }}),
      edges: new vis.DataSet({{ edges|tojson }}),
    },
    {{ options|safe }},
  );
  // The library knows the size of a name once it has drawn it, and draws only what is in sight:
  // the first fit brings every name into sight, the second makes room for all of them.
  function showAll() {
    for (let round = 0; round < 2; round += 1) {
      picture.fit();
      picture.redraw();
    }
  }
  showAll();
  picture.on("resize", () => requestAnimationFrame(showAll));
}
