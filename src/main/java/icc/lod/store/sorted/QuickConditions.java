package icc.lod.store.sorted;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;

/**
 * The filters that nearly every query over labels and texts has, told without making values of what
 * they look at: the language of a literal (SPARQL 1.1, 17.4.2.6 and 17.4.3.13) and whether a text
 * holds another (17.4.3.8). An error is a no, as in any filter.
 */
final class QuickConditions {
  private static final int ASCII = 0x80;
  private static final char KELVIN = '\u212A';
  private static final char DOTTED_I = '\u0130';

  private QuickConditions() {}

  /** The condition that an expression is, if it is one of these. */
  static Optional<Condition> of(Expr expr, Values values, Terms terms) {
    return switch (expr) {
      case E_Equals equals ->
          language(equals.getArg1(), equals.getArg2(), values, terms)
              .or(() -> language(equals.getArg2(), equals.getArg1(), values, terms));
      case E_LangMatches matches ->
          text(matches.getArg2())
              .flatMap(
                  range ->
                      language(
                          matches.getArg1(),
                          tag -> NodeFunctions.langMatches(tag, range),
                          values,
                          terms));
      // SPARQL 1.1, 17.4.2.1 to 17.4.2.3.
      case E_IsIRI is -> number(is.getArg(), values, terms.kinds()::isIri);
      case E_IsLiteral is -> number(is.getArg(), values, terms.kinds()::isLiteral);
      case E_IsBlank is -> number(is.getArg(), values, terms.kinds()::isBlank);
      case E_StrContains contains -> contains(contains, values, terms);
      case E_LessThan less -> Amounts.of(less, values, terms, order -> order < 0);
      case E_LessThanOrEqual less -> Amounts.of(less, values, terms, order -> order <= 0);
      case E_GreaterThan more -> Amounts.of(more, values, terms, order -> order > 0);
      case E_GreaterThanOrEqual more -> Amounts.of(more, values, terms, order -> order >= 0);
      default -> Optional.empty();
    };
  }

  private static Optional<Condition> language(
      Expr lang, Expr constant, Values values, Terms terms) {
    return text(constant).flatMap(tag -> language(lang, tag::equals, values, terms));
  }

  private static Optional<Condition> language(
      Expr lang, Predicate<String> wanted, Values values, Terms terms) {
    if (!(lang instanceof E_Lang of)) {
      return Optional.empty();
    }
    return number(
        of.getArg(),
        values,
        number -> {
          String tag = terms.language(number);
          return tag != null && wanted.test(tag);
        });
  }

  /** Of the number of what a variable has as its value; an error where that is no term here. */
  private static Optional<Condition> number(Expr expr, Values values, IntPredicate wanted) {
    return place(expr, values)
        .map(
            place ->
                () -> {
                  int number = values.numbers()[place];
                  return number >= 0 && wanted.test(number);
                });
  }

  /** CONTAINS(STR(?x), "…") and CONTAINS(LCASE(STR(?x)), "…"). */
  private static Optional<Condition> contains(E_StrContains expr, Values values, Terms terms) {
    boolean lower = expr.getArg1() instanceof E_StrLowerCase;
    Expr inner =
        expr.getArg1() instanceof E_StrLowerCase lowered ? lowered.getArg() : expr.getArg1();
    Optional<String> part = text(expr.getArg2());
    if (part.isEmpty() || !(inner instanceof E_Str str)) {
      return Optional.empty();
    }
    String wanted = part.get();
    boolean inHashIris = wanted.indexOf('#') >= 0;
    return number(
        str.getArg(),
        values,
        number ->
            !(inHashIris && terms.kinds().isPlainIri(number))
                && contains(terms.term(number), wanted, lower));
  }

  private static boolean contains(Node term, String wanted, boolean lower) {
    String text = NodeFunctions.str(term);
    return lower ? containsLowered(text, wanted) : text.contains(wanted);
  }

  /**
   * As of the text in lower case, which is made only if it has one of the two other letters that
   * become ASCII ones.
   */
  static boolean containsLowered(String text, String wanted) {
    if (wanted.isEmpty() || !wanted.chars().allMatch(letter -> letter < ASCII)) {
      return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
    int last = text.length() - wanted.length();
    char lower = wanted.charAt(0);
    char upper = Character.toUpperCase(lower);
    int nextLower = text.indexOf(lower);
    int nextUpper = upper == lower ? -1 : text.indexOf(upper);
    while (nextLower >= 0 || nextUpper >= 0) {
      boolean isLower = nextUpper < 0 || (nextLower >= 0 && nextLower < nextUpper);
      int start = isLower ? nextLower : nextUpper;
      if (start > last) {
        break;
      }
      if (startsLowered(text, start, wanted)) {
        return true;
      }
      if (isLower) {
        nextLower = text.indexOf(lower, start + 1);
      } else {
        nextUpper = text.indexOf(upper, start + 1);
      }
    }
    return (text.indexOf(KELVIN) >= 0 || text.indexOf(DOTTED_I) >= 0)
        && text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static boolean startsLowered(String text, int start, String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      char letter = text.charAt(start + i);
      if ((letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static Optional<Integer> place(Expr expr, Values values) {
    return expr instanceof ExprVar var
        ? Optional.of(values.place(var.asVar())).filter(place -> place >= 0)
        : Optional.empty();
  }

  /** A constant that is a plain string. */
  private static Optional<String> text(Expr expr) {
    return expr instanceof NodeValue value && value.isString()
        ? Optional.of(value.getString())
        : Optional.empty();
  }
}
