package org.farmgate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// A test of the whole application on an empty database, listening on a free port (`@LocalServerPort`), for
/// journeys in a `Browser`.
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithDatabase
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public @interface JourneyTest {}
