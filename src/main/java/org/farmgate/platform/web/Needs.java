package org.farmgate.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.farmgate.platform.Right;

/// Only for who is signed in (or brings a token) and has one of these rights; none named: any who is signed in.
/// The facade still decides which rows that right reaches.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Right[] value() default {};
}
