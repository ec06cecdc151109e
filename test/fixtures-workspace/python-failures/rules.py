from fastapi import APIRouter, HTTPException, Request

from sqlalchemy.exc import IntegrityError

from .database import delete_history, delete_rule, get_account_by_key, get_rule, get_rules, insert_rule, update_rule

router = APIRouter()


@router.get("/rules")
def index(request: Request):
    try:
        return get_rules()
    except Exception:
        raise HTTPException(status_code=400, detail="No rules")
        #                               ^^^ 400 sent fastapi GET /rules ! server-fault-is-5xx


@router.get("/rules/{rule_id}")
def show(rule_id: str):
    # whoever looks up what may be missing knows what the look-up raises
    try:
        return get_rule(rule_id)
    except Exception:
        raise HTTPException(status_code=404, detail="No such rule")
        #                               ^^^ 404 sent fastapi GET /rules/{rule_id}


@router.delete("/rules/{rule_id}")
def delete(rule_id: str):
    try:
        if not delete_rule(rule_id):
            raise HTTPException(status_code=404, detail="No such rule")
            #                               ^^^ 404 sent fastapi DELETE /rules/{rule_id}
    except HTTPException:
        raise
    except Exception as error:
        raise HTTPException(status_code=400, detail="Not deleted") from error
        #                               ^^^ 400 sent fastapi DELETE /rules/{rule_id} ! server-fault-is-5xx


@router.put("/rules/{rule_id}")
def change(rule_id: str, body: dict):
    try:
        if not update_rule(rule_id, body):
            raise LookupError(rule_id)
    except Exception as error:
        # the block throws by itself: whoever wrote it knows what
        raise HTTPException(status_code=400, detail="Not changed") from error
        #                               ^^^ 400 sent fastapi PUT /rules/{rule_id}


@router.post("/rules/reload")
def reload(request: Request):
    account = get_account_by_key(request.headers.get("x-api-key"))
    if not account:
        raise HTTPException(status_code=401, detail="Unknown key")
        #                               ^^^ 401 sent fastapi POST /rules/reload
    if account.role != "admin":
        raise HTTPException(status_code=401, detail="Admins only")
        #                               ^^^ 401 sent fastapi POST /rules/reload ! forbidden-for-authenticated
    return {"reloaded": True}


@router.post("/rules")
def create(body: dict):
    try:
        return insert_rule(body)
    except IntegrityError as error:
        if body["name"] in str(error):
            raise HTTPException(status_code=500, detail="The name is taken")
            #                               ^^^ 500 sent fastapi POST /rules ! conflict-is-409
        # of what is left nobody knows that it exists already
        raise HTTPException(status_code=500, detail="Not created")
        #                               ^^^ 500 sent fastapi POST /rules


@router.delete("/rules/{rule_id}/history")
def forget(rule_id: str):
    try:
        delete_history(rule_id)
    except IntegrityError:
        # what refers to it is in the way
        raise HTTPException(status_code=500, detail="Not deleted")
        #                               ^^^ 500 sent fastapi DELETE /rules/{rule_id}/history
