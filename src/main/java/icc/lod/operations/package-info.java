/**
 * What an operator sees and steers: figures, the access log, admin routes. Knows the server only;
 * what is counted of other features comes in as functions, which the application supplies.
 *
 * <p><b>A label has few values.</b> Requests are counted by the pattern of their route, never by
 * path, and by class of status: whoever asks for a million addresses does not make a million series
 * ({@link icc.lod.web.Exchange}).
 *
 * <p><b>The figures are for whoever runs the service.</b> {@code /metrics} answers this machine and
 * holders of a token; behind a proxy every request comes from this machine, so one that a proxy
 * passed on is not answered. {@code --public-metrics} opens it.
 *
 * <p><b>The access log holds nothing about people</b>: no address, no user agent, neither path nor
 * query, which may hold a name somebody looks for. What leads from a complaint to a line is the
 * request's id, which the answer carries.
 */
@NullMarked
package icc.lod.operations;

import org.jspecify.annotations.NullMarked;
