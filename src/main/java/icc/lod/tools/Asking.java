package icc.lod.tools;

import icc.lod.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Who uses a tool.
 *
 * @param origin the absolute address of the site
 */
record Asking(
    HttpServletRequest request, HttpServletResponse response, Visitor visitor, String origin) {}
