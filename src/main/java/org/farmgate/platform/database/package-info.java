/// The database Farmgate stands on: a PostgreSQL of its own inside the data folder, or a server somebody else
/// keeps. Nothing outside this package knows which of the two it is; everybody else asks Spring for a `DataSource`.
@NullMarked
package org.farmgate.platform.database;

import org.jspecify.annotations.NullMarked;
