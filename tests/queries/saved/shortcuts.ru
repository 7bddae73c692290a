# The shortcuts that a build states beside what proves them; the graphs here state the proofs alone.
PREFIX basis: <https://w3id.org/joinedup/scheme/bases#>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX voice: <https://w3id.org/joinedup/scheme/voices#>

INSERT { ?finding ju:answeredAs ?decision } WHERE {
  ?position ju:onFinding ?finding ; ju:decision ?decision ; ju:basis basis:government-words ; ju:voice voice:government .
} ;
INSERT { ?finding ju:labelledAs ?decision } WHERE {
  ?position ju:onFinding ?finding ; ju:decision ?decision ; ju:basis basis:tracker-label ; ju:voice voice:tracker .
}
