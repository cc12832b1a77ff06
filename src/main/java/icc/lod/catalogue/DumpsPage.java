package icc.lod.catalogue;

import icc.lod.catalogue.CataloguePage.File;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of the dumps as people read it. Public, for the template engine reads it.
 *
 * @param whole files with all statements
 * @param graphs files with a named graph each
 * @param tables files with the things of a class each
 * @param notes what is missing, as keys of messages
 */
public record DumpsPage(
    List<File> whole, List<File> graphs, List<File> tables, List<String> notes) {
  public DumpsPage {
    whole = List.copyOf(whole);
    graphs = List.copyOf(graphs);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  static DumpsPage of(Holdings holdings, Pages pages, PublicUrl publicUrl, Visitor visitor) {
    List<File> files = CataloguePages.files(holdings, pages, publicUrl, visitor);
    List<File> whole = new ArrayList<>();
    List<File> graphs = new ArrayList<>();
    List<File> tables = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      List<File> list =
          switch (holdings.dumps().get(i).content()) {
            case GRAPH -> graphs;
            case TABLE, TABLES, TABLE_METADATA -> tables;
            default -> whole;
          };
      list.add(files.get(i));
    }
    List<String> notes = holdings.notes().stream().map(note -> "catalogue.note." + note).toList();
    return new DumpsPage(whole, graphs, tables, notes);
  }
}
