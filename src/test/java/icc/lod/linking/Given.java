package icc.lod.linking;

/** Data of somebody else: plain links, and identifiers that are things of their own. */
final class Given {
  static final String BASE = "http://example.org/";

  static final String TRIG =
      """
      @prefix : <http://example.org/> .
      @prefix adms: <http://www.w3.org/ns/adms#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix wd: <http://www.wikidata.org/entity/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      :idOf owl:inverseOf adms:identifier .
      :gnd rdfs:subPropertyOf owl:sameAs ; rdfs:label "GND" .
      :high a skos:Concept ; skos:prefLabel "High"@en ; skos:definition "Found twice."@en .
      :lviv a :Town ; rdfs:label "Lviv"@en , "Львів"@uk ; owl:sameAs wd:Q36036 ;
        :gnd <https://d-nb.info/gnd/4036601-7> ; :postcode "79000" ; :near <http://other.org/x> .
      :lublin a :Town ; rdfs:label "Lublin"@en ; skos:exactMatch wd:Q37333 .
      :adm a :Town ; rdfs:label "Adm"@en .
      :id1 a adms:Identifier ; :idOf :lviv ; skos:notation "UALWO" ; adms:schemaAgency "UN/LOCODE" ;
        :confidence :high ; dct:source :list ; dct:issued "2025-04-01"^^xsd:date .
      :id2 a adms:Identifier ; :idOf :lviv ; skos:notation "702550" ; adms:schemaAgency "GeoNames" ;
        :target <https://sws.geonames.org/702550/> ; :confidence :high .
      :id3 a adms:Identifier ; :idOf :lviv , :lublin ; skos:notation "SHARED" .
      """;

  private Given() {}
}
