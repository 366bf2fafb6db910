# Written by fluxc from schema/ops; do not edit.
"""What happened, and what is to be done: for those who run the system."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, JsonValue

from ._values import UNSET, Inet, Json


class JobState(StrEnum):
    """The enum ops.job_state."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class AuditEvent(BaseModel):
    """Who did what; rows are added and never changed."""

    id: int
    at: datetime
    actor_id: int | None
    action: str
    object: str
    details: Annotated[JsonValue, Field(description="Before and after.")]
    address: Inet | None


class AuditEventInsert(BaseModel, extra="forbid"):
    """A new row of ops.audit_events."""

    at: datetime = UNSET
    actor_id: int | None = None
    action: str
    object: str
    details: Annotated[Json, Field(description="Before and after.")] = UNSET
    address: Inet | None = None


class AuditEventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of ops.audit_events."""

    at: datetime = UNSET
    actor_id: int | None = UNSET
    action: str = UNSET
    object: str = UNSET
    details: Annotated[Json, Field(description="Before and after.")] = UNSET
    address: Inet | None = UNSET


class Job(BaseModel):
    """Work that waits for a worker."""

    id: int
    queue: str
    payload: JsonValue
    state: JobState
    run_at: datetime
    attempts: int
    error: str | None
    created_at: datetime
    updated_at: datetime


class JobInsert(BaseModel, extra="forbid"):
    """A new row of ops.jobs."""

    queue: str = "default"
    payload: Json
    state: JobState = JobState.QUEUED
    run_at: datetime = UNSET
    attempts: int = 0
    error: str | None = None
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class JobUpdate(BaseModel, extra="forbid"):
    """Changes to a row of ops.jobs."""

    queue: str = UNSET
    payload: Json = UNSET
    state: JobState = UNSET
    run_at: datetime = UNSET
    attempts: int = UNSET
    error: str | None = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET
