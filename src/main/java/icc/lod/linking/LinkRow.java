package icc.lod.linking;

import icc.lod.view.Text;
import org.apache.jena.graph.Triple;

/** A link with what the data says of it. */
record LinkRow(Triple link, Text label, Identifier about) {}
