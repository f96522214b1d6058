package org.farmgate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives the Spring context of a test an empty database and data folder of its own, without the demo county. Tests
/// that share a context share both, so they do not count on being alone. Rarely written by hand: `@WholeAppTest`
/// and `@ModuleTest` bring it along.
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithDatabase {}
