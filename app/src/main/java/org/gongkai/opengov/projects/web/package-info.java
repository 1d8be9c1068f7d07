/** Pages and calls of key projects, for the desk and for everybody. */
@NullMarked
package org.gongkai.opengov.projects.web;

import org.jspecify.annotations.NullMarked;
