package icc.lod.proof;

import icc.lod.store.Release;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * A proof as a page shows it. Public, for the template engine reads it.
 *
 * @param release the number
 * @param created when the release was made
 * @param passed how many checks passed
 * @param failed how many failed without refusing the release
 * @param other how many did not apply or were not tested
 */
public record ProofPage(
    int release,
    String created,
    String passed,
    String failed,
    String other,
    List<Row> rows,
    List<Form> forms) {

  /** A check: its keys of messages are made of its name. */
  public record Row(
      String check,
      boolean required,
      String outcome,
      List<Figure> figures,
      List<String> findings,
      long more) {}

  /** A figure, written as the visitor writes numbers. */
  public record Figure(String name, String value) {}

  /** The same in another form. */
  public record Form(String name, String href) {}

  static ProofPage of(Release release, Proof proof, Pages pages, Visitor visitor) {
    NumberFormat numbers =
        NumberFormat.getIntegerInstance(Locale.forLanguageTag(visitor.language()));
    String path = pages.publicUrl().path(ProofRoutes.path(release.number()));
    long passed = proof.count(Verdict.PASSED);
    long failed = proof.count(Verdict.FAILED);
    return new ProofPage(
        release.number(),
        release.created().toString(),
        numbers.format(passed),
        numbers.format(failed),
        numbers.format(proof.results().size() - passed - failed),
        proof.results().stream().map(result -> row(result, numbers)).toList(),
        ProofForm.others().stream()
            .map(name -> new Form(ProofForm.label(name), path + "?format=" + name))
            .toList());
  }

  private static Row row(Result result, NumberFormat numbers) {
    return new Row(
        result.check(),
        result.required(),
        result.verdict().word(),
        result.figures().entrySet().stream()
            .map(figure -> new Figure(figure.getKey(), numbers.format(figure.getValue())))
            .toList(),
        result.findings(),
        Math.max(0, result.total() - result.findings().size()));
  }
}
